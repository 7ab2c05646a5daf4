package gizmo

// PlainScripts are answered without JavaScript, the OtherScripts through it; all
// of them as Cayley answers them.
func PlainScripts() []string {
	return []string{
		`g.V().all()`,
		`g.V("<nobody>").all()`,
		`graph.Vertex("<actor:fishers>", "<goal:clean-water>").Out().All()`,
		`g.V("<goal:clean-water>").in("<commitsTo>").tag("who").out().all()`,
		`g.V().has("<commitsTo>", "<goal:fair-catch>").all()`,
		`g.V().hasR("<commitsTo>", "<actor:villages>").all()`,
		`g.V().has("<rank>", gt(2)).all()`,
		`g.V().has("<rank>", gt(2), lte(3)).all()`,
		`g.V().has("<rank>", 3).all()`,
		`g.V(3).in("<rank>").all(); g.V(-3).all(); g.V(2.5).all(); g.V(true).all();`,
		`g.V("<actor:fishers>").save("<commitsTo>", "what").all()`,
		`g.V("<actor:fishers>").save("<commitsTo>").all()`,
		`g.V("<goal:clean-water>").saveR("<commitsTo>", "who").all()`,
		`g.V().saveOpt("<rank>", "rank").saveOptR("<commitsTo>", "who").all()`,
		`g.V("<actor:fishers>").out("<commitsTo>").labels().all()`,
		`g.V().out("<rdfs:label>").filter(regex("Water")).all()`,
		`g.V().filter(regex("goal:.*", true)).all()`,
		`g.V().filter(like("%water%")).all()`,
		`g.V().filter(gt(iri("goal:c")), lt(iri("goal:d"))).all()`,
		`g.V("<actor:fishers>").outPredicates().all(); g.V("<goal:clean-water>").inPredicates().all()`,
		`g.V("<actor:fishers>").saveOutPredicates("p").all(); g.V("<goal:clean-water>").saveInPredicates("p").all()`,
		`var p = g.M().out("<commitsTo>"); g.V("<actor:villages>").follow(p).followR(p).all()`,
		`var p = g.Morphism().out("<commitsTo>"), q = p.followR(p); g.V("<actor:villages>").follow(q).all()`,
		`g.V("<actor:fishers>").both("<commitsTo>").unique().limit(1).getLimit(5)`,
		`g.V("<actor:fishers>").out(["<commitsTo>", "<rank>"], "p").all()`,
		`g.V("<actor:fishers>").out(g.V("<commitsTo>"), ["p", "q"]).all()`,
		`g.V("<actor:fishers>").out(null, "p", "q").all(); g.V("<actor:fishers>").out([]).all()`,
		`g.V("<actor:fishers>").out(iri("commitsTo")).all()`,
		`g.V(str("Clean <Water>")).in().all(); g.V(raw("a"), bnode("b"), lang("c", "en"), typed("d", "e")).all()`,
		`g.V().tag("start").out("<rank>").back("start").in("<commitsTo>").all()`,
		`g.V("<actor:fishers>").out().back("nowhere").all()`,
		`g.V("<actor:fishers>").out("<commitsTo>").intersect(g.V("<actor:villages>").out("<commitsTo>")).all()`,
		`g.V("<actor:fishers>").and(g.V("<actor:fishers>")).all()`,
		`g.V("<actor:fishers>").union(g.V("<actor:villages>")).or(g.V("<rank>")).all()`,
		`g.V("<actor:fishers>").out("<commitsTo>").except(g.V("<goal:fair-catch>")).all()`,
		`g.V("<actor:fishers>").out("<commitsTo>").difference(g.V("<goal:clean-water>")).all()`,
		`g.V("<actor:fishers>").labelContext("<doc:lake>").out().labelContext(null).in().all()`,
		`g.V("<actor:fishers>").labelContext("<doc:pond>", "l").out().all()`,
		`g.V().is("<actor:fishers>", "<rank>").all(); g.V().skip(2).limit(3).all()`,
		`function who(x) { return g.V(x).in("<commitsTo>") } who("<goal:clean-water>").as("a", "b").all()`,
		`var who = function(x) { return g.V(x).in("<commitsTo>") }; who("<goal:fair-catch>").all()`,
		`found = g.V("<actor:fishers>"); found = found.out(); found.all()`,
		`g.V("<actor:fishers>").getLimit(1); g.V().all(); g.V().getLimit(-1)`,
		`g.V("<actor:fishers>").getLimit(0)`,
		`var a = g.V(); a.limit(1).all(); a.skip(3).all(); a.all()`,
	}
}

// OtherScripts need JavaScript.
func OtherScripts() []string {
	return []string{
		`g.emit(g.V("<actor:fishers>").out("<commitsTo>").toArray().length)`,
		`g.V("<actor:fishers>").out("<commitsTo>").forEach(function(d) { g.emit(d) })`,
		`g.V("<actor:fishers>").out().order().all()`,
		`g.V("<actor:fishers>").followRecursive("<commitsTo>").all()`,
		`g.emit(g.V("<actor:fishers>").tagValue())`,
		`for (const who of ["<actor:fishers>", "<actor:villages>"]) g.V(who).out().all()`,
	}
}
