"""The search of an archive as a plan of tables that Spark runs on one machine or many."""
