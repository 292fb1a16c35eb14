"""What is checked of the outputs with other people's programs: a browser, an office suite, a list of known faults (`make audit`)."""
