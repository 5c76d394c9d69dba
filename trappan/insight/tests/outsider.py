"""Somebody outside who reads only what the product gives out, and reckons in whole people.

Nothing of the disclosure control is used here: the sums are made anew from the labels of what is told, every class
crossed with every other, and from what is documented of the indicators.
"""

from collections import defaultdict
from datetime import date
from itertools import product

import highspy
import numpy as np


def given_out(figures):
    """Return the figures as they leave the product: what is hidden has its labels alone."""
    return [
        {
            "indicator": figure.key.indicator,
            "month": figure.key.month.isoformat()[:7],
            "part": dict(zip(figure.key.by, figure.key.part, strict=True)),
            "numerator": figure.numerator if figure.shown else None,
            "denominator": figure.denominator if figure.shown else None,
            "is_share": figure.denominator is not None,
            "shown": figure.shown,
        }
        for figure in figures
    ]


class Outsider:
    """Knows what is given out; `same` are indicators that count the same denominator, `within` one inside another."""

    def __init__(self, rows, same=(), within=(), balance=None):
        self.rows = rows
        self.columns, self.sums, self.values, self.most = {}, [], [], 500
        self.labels = defaultdict(set)
        self.months = defaultdict(set)
        for row in rows:
            for name, value in row["part"].items():
                self.labels[name].add(value)
            self.months[row["indicator"]].add(month_of(row))
            self.most += row["denominator"] or row["numerator"] or 0
        self.names = sorted(self.labels)
        self.places = list(product(*(sorted(self.labels[name]) for name in self.names)))
        self.shares = {row["indicator"] for row in rows if row["is_share"]}
        for row in rows:
            if row["shown"]:
                for what, value in numbers(row).items():
                    self.know(self.sum(row, what), value)
        for one, other in same:
            for month, place in product(sorted(self.months[one]), self.places):
                self.know({**self.of(one, month, place), **negative(self.of(other, month, place))}, 0)
        for inner, outer in within:
            for month, place in product(sorted(self.months[inner]), self.places):
                pair = {self.at(outer, "hits", month, place): 1, self.at(inner, "hits", month, place): -1}
                self.know(pair | {self.at(inner, "between", month, place): -1}, 0)
        for sums, value in balance or ():
            self.know(self.signed(sums), value)

    def at(self, indicator, what, month, place):
        return self.columns.setdefault((indicator, what, month, place), len(self.columns))

    def of(self, indicator, month, place):
        whats = ("hits", "rest") if indicator in self.shares else ("hits",)
        return {self.at(indicator, what, month, place): 1 for what in whats}

    def sum(self, row, what):
        """Return what a number of a row sums over: `hits`, `rest` or both."""
        months = [month_of(row)]
        wanted = [self.names.index(name) for name in row["part"]]
        places = [place for place in self.places if [place[at] for at in wanted] == list(row["part"].values())]
        whats = ("hits", "rest") if what == "all" else (what,)
        return {self.at(row["indicator"], one, *where): 1 for one in whats for where in product(months, places)}

    def signed(self, parts):
        return {column: sign for sign, row in parts for column in self.sum(row, "hits")}

    def know(self, wanted, value):
        self.sums.append(wanted)
        self.values.append(value)

    def between(self, wanted):
        """Return the fewest and the most that a sum can be, in whole people."""
        low, high = self.best(wanted, 1), self.best(wanted, -1)
        return low, high

    def best(self, wanted, sign):
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(self.columns), len(self.sums)
        cost = np.zeros(len(self.columns))
        for column, often in wanted.items():
            cost[column] = sign * often
        lp.col_cost_, lp.col_lower_ = cost, np.zeros(len(self.columns))
        lp.col_upper_ = np.full(len(self.columns), float(self.most))
        lp.row_lower_ = lp.row_upper_ = np.array(self.values, dtype=float)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.cumsum([0, *map(len, self.sums)], dtype=np.int32)
        lp.a_matrix_.index_ = np.array([at for one in self.sums for at in one], dtype=np.int32)
        lp.a_matrix_.value_ = np.array([often for one in self.sums for often in one.values()], dtype=float)
        lp.integrality_ = [highspy.HighsVarType.kInteger] * len(self.columns)
        solver = highspy.Highs()
        solver.setOptionValue("output_flag", False)
        solver.setOptionValue("threads", 1)
        solver.passModel(lp)
        solver.run()
        assert solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
        return round(sign * solver.getInfo().objective_function_value)


def exposed(outsider, figures, few=lambda value: 0 < value < 5):
    """Return the numbers of few people of whom „one at most“ or „five or more“ can be ruled out from outside."""
    found = []
    for row, figure in zip(outsider.rows, figures, strict=True):
        for what, value in numbers({"numerator": figure.numerator, "denominator": figure.denominator}).items():
            if few(value):
                wanted = outsider.sum(row, what)
                low, high = outsider.between(wanted)
                if low > 1 or high < 5:
                    found.append((figure.key, what, low, high))
    return found


def numbers(row):
    """Return what a row says or lets reckon: those who hit, all, and the others."""
    if row["denominator"] is None:
        return {"hits": row["numerator"]}
    return {"hits": row["numerator"], "all": row["denominator"], "rest": row["denominator"] - row["numerator"]}


def negative(wanted):
    return {column: -often for column, often in wanted.items()}


def month_of(row):
    return date.fromisoformat(f"{row['month']}-01")
