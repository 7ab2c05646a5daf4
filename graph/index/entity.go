package index

// Entity is a named node as a reader meets it: an actor, principle, goal,
// section, topic or instrument.
type Entity struct {
	Node    Node
	IRI     string   // actor:united-nations
	ID      string   // united-nations: the IRI without its scheme
	Label   string   // the label most documents give it
	Class   string   // Actor, Principle, Goal, Section, Topic, Instrument, Document
	Kind    string   // of actors the ActorKind (State, …), of others the Class
	Aliases []string // other labels and alternative labels, sorted
}

// Entity describes a named node; false for statements, literals and the like.
func (x *Index) Entity(n Node) (Entity, bool) { return Entity{}, false }

// Entities returns all nodes of a class, by label, then IRI.
func (x *Index) Entities(class string) []Entity { return nil }

// Named returns the nodes that a name means: an IRI ("actor:china" or
// "<actor:china>") means that node alone; else all entities one of whose labels
// or aliases equals the name when case, diacritics and spacing are left aside,
// by IRI.
func (x *Index) Named(name string) []Node { return nil }

// Search suggests entities for what was typed: labels or aliases that equal it
// first, then those that start with it, then those with a word that does; at
// most limit.
func (x *Index) Search(typed string, limit int) []Entity { return nil }
