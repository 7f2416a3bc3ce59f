"""The screens: they wire widgets to commands and do no work of their own."""
