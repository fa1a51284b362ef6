"""Records in other formats, one module each; `formats` lists them."""
