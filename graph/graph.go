// Package graph holds the domain types that every part of Mandate shares
// (Document, Statement, Actor, Evidence), the vocabulary of the graph, and the
// way between statements and quads. Its types import nothing of ours; the
// store and the index of the quads are its children.
package graph
