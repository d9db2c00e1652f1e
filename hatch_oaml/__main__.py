"""`python -m hatch_oaml`."""

from hatch_oaml.cli import main

if __name__ == "__main__":
    main(prog_name="hatch-oaml")
