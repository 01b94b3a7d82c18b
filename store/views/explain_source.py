"""Whose findings the rules rest on, as they are named; A1 to A5 are the articles of the README."""

from __future__ import annotations

NAVARRO = "Navarro et al., EPJ Data Science 2017"
LEVIN = "Levin, Walter & Murnighan, Organization Science 2011"
BURT = "Burt, Social Networks 2002"
LAPLACE = "Laplace"
DUNBAR = "Dunbar"
RFC_6350 = "RFC 6350"
FORGOTTEN = "A1, “on oublie facilement un courriel”"
LADDER = "A1"
MANNERS = "A2, “être actif ne signifie pas harceler”"
PLANTS = "A4, “ces relations sont comme des plantes”"
