"""The widgets: values come down to them, messages go up from them."""
