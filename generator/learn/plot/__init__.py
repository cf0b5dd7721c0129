"""What was learned as a picture: theme by level, and the order of the parts."""

from generator.learn.plot.charts import chart
from generator.learn.plot.png import png
from generator.learn.plot.svg import svg

__all__ = ["chart", "png", "svg"]
