"""python -m qicao"""

from qicao.cli import run

run()
