"""The parts of Home: who stands where, as a picture and in words, the grievances, how certain it all is, charts."""
