"""The one tree that readers make and writers, rules and the learner take."""
