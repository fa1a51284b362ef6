"""The views of what is said: several speakers compared, the words of one about another, who speaks about whom."""
