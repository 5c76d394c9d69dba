"""What became of those who began: pure, days and outcomes in and shares out; no table is read and nobody is named."""
