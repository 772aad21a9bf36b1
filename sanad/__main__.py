"""`python -m sanad` is the command `sanad`."""

from sanad.ops.cli import main

if __name__ == "__main__":
    main()
