"""The search of an archive as a plan of tables, which Spark carries out on one machine or on many."""
