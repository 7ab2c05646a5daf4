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

	PredWasAttributedTo = "prov:wasAttributedTo" // correction to reviewer
	PredGeneratedAtTime = "prov:generatedAtTime" // of a correction, where its author told it
	PredWasRevisionOf   = "prov:wasRevisionOf"   // correction to the statement as it was read
	PredHasTarget       = "oa:hasTarget"         // correction to the quote that it is about
	PredHasSource       = "oa:hasSource"         // that quote, or an actor that is split, to the document
	PredPredicate       = "rdf:predicate"        // change to the component that it changes
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
	PredConstitutive        = "constitutive"        // count of definitions and of rules that make something
	PredStructure           = "structure"           // blocks, sentences and the order of things, as JSON

	PredCorrectionKind = "correctionKind" // of a correction: accept, reject, edit, …
	PredSequence       = "sequence"       // of a correction: later ones have higher numbers
	PredReason         = "reason"         // of a correction
	PredChange         = "change"         // correction to one component that it changes
	PredBefore         = "before"         // of a change
	PredAfter          = "after"          // of a change
	PredActorID        = "actorId"        // of the statement, or of an actor, that a correction is about
	PredFromActor      = "fromActor"      // correction to the actor that it takes away
	PredIntoActor      = "intoActor"      // correction to the actor that it puts there
	PredUndoes         = "undoes"         // correction to the one that it takes back
	PredReviewedIn     = "reviewedIn"     // statement to a correction that holds of it
	PredApplies        = "applies"        // document to a correction that found what it is about
	PredUncorrected    = "uncorrected"    // of a document: what leads back to it as it was read (RDF Patch)
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
	ClassCorrection = "Correction"
	ClassReviewer   = "Reviewer"

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
