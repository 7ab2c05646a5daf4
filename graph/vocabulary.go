package graph

import "slices"

// Predicates of other vocabularies, as they stand in the store.
const (
	PredType          = "rdf:type"
	PredLabel         = "rdfs:label"
	PredAltLabel      = "skos:altLabel"
	PredBroader       = "skos:broader" // topic to the topic that it is a kind of
	PredTitle         = "dcterms:title"
	PredPublisher     = "dcterms:publisher" // the byline
	PredIssued        = "dcterms:issued"
	PredSource        = "dcterms:source"
	PredFormat        = "dcterms:format" // the media type
	PredLanguage      = "dcterms:language"
	PredIsPartOf      = "dcterms:isPartOf"   // heading of heading or document; statement, principle, goal, section of heading
	PredReferences    = "dcterms:references" // statement to instrument
	PredWasQuotedFrom = "prov:wasQuotedFrom" // statement, heading to evidence
	PredExact         = "oa:exact"
	PredPrefix        = "oa:prefix"
	PredSuffix        = "oa:suffix"
	PredStart         = "oa:start" // code points, as the Web Annotation model counts
	PredEnd           = "oa:end"
)

// Our own predicates. Institutional Grammar codes in brackets.
const (
	PredAttribute           = "attribute"           // (A) statement to actor
	PredDeontic             = "deontic"             // (D)
	PredAim                 = "aim"                 // (I)
	PredDirectObject        = "directObject"        // (Bdir)
	PredIndirectObject      = "indirectObject"      // (Bind)
	PredActivationCondition = "activationCondition" // (Cac)
	PredExecutionConstraint = "executionConstraint" // (Cex)
	PredOrElse              = "orElse"              // (O)
	PredPolarity            = "polarity"            // "+" or "-"
	PredServes              = "serves"              // statement to principle, goal, section
	PredListsGoal           = "listsGoal"           // statement to a goal that it lists, names or repeats the words of
	PredConcerns            = "concerns"            // statement to topic
	PredInvolves            = "involves"            // statement to an actor named in it
	PredRecipient           = "recipient"           // statement to the actor who receives
	PredContext             = "context"             // statement to evidence of antecedent or lead-in
	PredSentence            = "sentence"            // statement to the number of its sentence, from 0
	PredCue                 = "cue"                 // words that gave the force
	PredRule                = "rule"                // rule that made the statement
	PredActorKind           = "actorKind"           // actor to its kind
	PredMemberOf            = "memberOf"            // actor to actor
	PredNumber              = "number"              // of a heading: "Chapter III"
	PredLevel               = "level"               // of a heading, from 1
	PredText                = "text"                // of a document
	PredSHA256              = "sha256"              // of its text
	PredFileSHA256          = "fileSha256"          // of the file that it was read from
	PredExtractor           = "extractor"           // version of the rules that read it
	PredModel               = "model"               // version of the language model that read it
	PredUnread              = "unread"              // count of sentences that could not be read: the sum of the next three
	PredForeign             = "foreign"             // those that are not in English
	PredTabular             = "tabular"             // those that are rows of tables
	PredWordless            = "wordless"            // those without a word
	PredCut                 = "cut"                 // count of sentences that were read in pieces
	PredStructure           = "structure"           // blocks, sentences and the order of things, as JSON
)

// Direct edges from an actor, derived from its statements: one predicate a
// force, and responsibleFor beside those that make responsible.
const (
	PredResponsibleFor = "responsibleFor"
	PredObligedTo      = "obligedTo"
	PredRecommendedTo  = "recommendedTo"
	PredPermittedTo    = "permittedTo"
	PredCommitsTo      = "commitsTo"
	PredPursues        = "pursues"
	PredProhibitedFrom = "prohibitedFrom"
	PredSupports       = "supports"
	PredOpposes        = "opposes"
)

// Classes.
const (
	ClassDocument   = "Document"
	ClassHeading    = "Heading"  // a heading where it stands in its document
	ClassEvidence   = "Evidence" // a stretch of a document's text
	ClassActor      = "Actor"
	ClassPrinciple  = "Principle"
	ClassGoal       = "Goal"
	ClassSection    = "Section"
	ClassTopic      = "Topic"
	ClassInstrument = "Instrument"
	ClassStatement  = "Statement"
	ClassGap        = "Gap" // a statement whose agent is not named

	ClassObligation     = "Obligation"
	ClassProhibition    = "Prohibition"
	ClassCommitment     = "Commitment"
	ClassRecommendation = "Recommendation"
	ClassPermission     = "Permission"
	ClassGoalStatement  = "GoalStatement"
	ClassStance         = "Stance"
)

// Forces returns all forces, strongest duty first.
func Forces() []Force {
	return []Force{Obligation, Prohibition, Commitment, Recommendation, Permission, GoalForce, Stance}
}

// Class returns the class of the statements of this force, empty for an unknown
// one.
func (f Force) Class() string {
	switch f {
	case Obligation:
		return ClassObligation
	case Prohibition:
		return ClassProhibition
	case Commitment:
		return ClassCommitment
	case Recommendation:
		return ClassRecommendation
	case Permission:
		return ClassPermission
	case GoalForce:
		return ClassGoalStatement
	case Stance:
		return ClassStance
	}
	return ""
}

// ForceOfClass is the inverse of Force.Class.
func ForceOfClass(class string) (Force, bool) {
	for _, f := range Forces() {
		if f.Class() == class {
			return f, true
		}
	}
	return "", false
}

// Predicate returns the predicate of the direct edge that a statement of this
// force and polarity gives its actor; empty where it gives none: an obligation
// or permission that is negated says what an actor is free or unable to do, not
// what it is bound to.
func (f Force) Predicate(p Polarity) string {
	switch {
	case f == Prohibition:
		return PredProhibitedFrom
	case f == Stance && p == Negative:
		return PredOpposes
	case f == Stance:
		return PredSupports
	case f == Obligation && p != Negative:
		return PredObligedTo
	case f == Recommendation && p != Negative:
		return PredRecommendedTo
	case f == Recommendation:
		return PredProhibitedFrom
	case f == Permission && p != Negative:
		return PredPermittedTo
	case f == Commitment:
		return PredCommitsTo
	case f == GoalForce:
		return PredPursues
	}
	return ""
}

// TowardsTopics tells whether the direct edges of the predicate run to the
// statement's topics (what is opposed) and not to what it serves.
func TowardsTopics(predicate string) bool {
	return predicate == PredSupports || predicate == PredOpposes || predicate == PredProhibitedFrom
}

// MakesResponsible tells whether responsibleFor stands beside a direct edge of
// the predicate.
func MakesResponsible(predicate string) bool {
	return slices.Contains([]string{PredObligedTo, PredRecommendedTo, PredCommitsTo, PredPursues}, predicate)
}

// DirectPredicates returns the predicates of all direct edges, responsibleFor
// left out.
func DirectPredicates() []string {
	return []string{PredObligedTo, PredRecommendedTo, PredPermittedTo, PredCommitsTo, PredPursues,
		PredProhibitedFrom, PredSupports, PredOpposes}
}

// ActorKinds returns all kinds of actor.
func ActorKinds() []ActorKind {
	return []ActorKind{State, InternationalOrganization, GovernmentBody, Company, CivilSociety,
		Individual, Collective, OtherActor}
}
