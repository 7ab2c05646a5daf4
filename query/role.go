package query

import (
	"sync"

	"mandate/graph"
	"mandate/graph/index"
)

// role is the part that a node plays in a walk: as a node, or as the predicate
// of links.
type role uint8

const (
	unknownRole role = iota

	literalNode   // a literal is no node to pass
	hubNode       // a class, heading, document, or the missing actor: passed where hubs are let in
	statementNode // connects what it names
	stationNode   // an actor, topic, principle, goal, instrument, or a node of others

	hubPredicate // leads to hubs, or says again what others say
	// The predicates that are walked, in the order of how much a node that two
	// links share says about them.
	directPredicate
	attributePredicate
	involvesPredicate
	recipientPredicate
	servesPredicate
	concernsPredicate
	referencesPredicate
	responsiblePredicate // doubles direct links: walked where it is asked for
)

// walked tells whether links of the predicate are walked where nothing else is
// asked for. A node of others may stand as a predicate too.
func (r role) walked() bool {
	return r == stationNode || r >= directPredicate && r < responsiblePredicate
}

// derived tells whether links of the predicate follow from statements.
func (r role) derived() bool { return r == directPredicate || r == responsiblePredicate }

// cost says how little a link of the predicate tells.
func (r role) cost() int {
	switch {
	case r == stationNode, r == hubPredicate:
		return int(responsiblePredicate)
	case r > directPredicate:
		return int(r - attributePredicate)
	}
	return 0
}

// vocabulary gives the roles of the predicates and classes that have one.
var vocabulary = sync.OnceValue(func() map[string]role {
	roles := map[string]role{
		graph.PredAttribute: attributePredicate, graph.PredInvolves: involvesPredicate, graph.PredRecipient: recipientPredicate,
		graph.PredServes: servesPredicate, graph.PredConcerns: concernsPredicate, graph.PredReferences: referencesPredicate,
		graph.PredResponsibleFor: responsiblePredicate,
	}
	for _, p := range graph.DirectPredicates() {
		roles[p] = directPredicate
	}
	for _, p := range []string{
		graph.PredType, graph.PredLabel, graph.PredAltLabel, graph.PredBroader, graph.PredTitle, graph.PredPublisher,
		graph.PredIssued, graph.PredSource, graph.PredFormat, graph.PredLanguage, graph.PredIsPartOf, graph.PredWasQuotedFrom,
		graph.PredExact, graph.PredPrefix, graph.PredSuffix, graph.PredStart, graph.PredEnd, graph.PredDeontic, graph.PredAim,
		graph.PredDirectObject, graph.PredIndirectObject, graph.PredActivationCondition, graph.PredExecutionConstraint,
		graph.PredOrElse, graph.PredPolarity, graph.PredListsGoal, graph.PredContext, graph.PredSentence, graph.PredCue,
		graph.PredRule, graph.PredActorKind, graph.PredMemberOf, graph.PredNumber, graph.PredLevel, graph.PredText,
		graph.PredSHA256, graph.PredFileSHA256, graph.PredExtractor, graph.PredModel, graph.PredUnread, graph.PredForeign, graph.PredTabular,
		graph.PredWordless, graph.PredCut, graph.PredConstitutive, graph.PredStructure,
		graph.PredWasAttributedTo, graph.PredGeneratedAtTime, graph.PredWasRevisionOf, graph.PredHasTarget, graph.PredHasSource,
		graph.PredPredicate, graph.PredCorrectionKind, graph.PredSequence, graph.PredReason, graph.PredChange, graph.PredBefore,
		graph.PredAfter, graph.PredActorID, graph.PredFromActor, graph.PredIntoActor, graph.PredUndoes, graph.PredReviewedIn,
		graph.PredApplies, graph.PredUncorrected,
		// What others call rdf:type.
		"type", "a", "/type/object/type", "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
	} {
		roles[p] = hubPredicate
	}
	for _, class := range append(index.EntityClasses(), graph.ClassHeading, graph.ClassEvidence, graph.ClassStatement, graph.ClassGap, graph.ClassCorrection, graph.ClassReviewer) {
		roles[class] = hubNode
	}
	for _, f := range graph.Forces() {
		roles[f.Class()] = hubNode
	}
	for _, kind := range graph.ActorKinds() {
		roles[string(kind)] = hubNode
	}
	roles[graph.ActorIRI(graph.Unassigned)] = hubNode
	return roles
})

// roleOf works a role out from the IRI of a node.
func (v *View) roleOf(n index.Node) role {
	if r, ok := vocabulary()[v.x.IRI(n)]; ok {
		return r
	}
	return v.schemeRole(n)
}

// schemeRole is the role of a node that the vocabulary does not have.
func (v *View) schemeRole(n index.Node) role {
	iri := v.x.IRI(n)
	if iri == "" {
		if v.x.Blank(n) {
			return stationNode
		}
		return literalNode
	}
	switch graph.Scheme(iri) {
	case graph.SchemeStatement:
		return statementNode
	case graph.SchemeSection, graph.SchemeDocument, graph.SchemeCorrection, graph.SchemeReviewer:
		return hubNode
	}
	return stationNode
}
