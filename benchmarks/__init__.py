"""What Sanad costs in time and memory, beside a floor and beside other ways to decide the same claims."""
