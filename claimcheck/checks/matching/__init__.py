"""Which two figures of an article speak of one fact, and why: one indexed place that every rule leans on."""
