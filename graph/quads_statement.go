package graph

// statement writes one institutional statement and the nodes that it names.
func (e *encoder) statement(s *Statement) {
	iri := StatementIRI(s.ID)
	e.link(iri, PredType, ClassStatement)
	e.link(iri, PredType, s.Force.Class())
	e.link(iri, PredAttribute, ActorIRI(s.Actor))
	if s.Actor == Unassigned {
		e.link(iri, PredType, ClassGap)
		e.text(ActorIRI(Unassigned), PredLabel, Unassigned)
	}
	e.components(iri, s)
	e.relations(iri, s)
	e.provenance(iri, s)
}

// components writes the phrases of the Institutional Grammar.
func (e *encoder) components(iri string, s *Statement) {
	e.text(iri, PredDeontic, s.Deontic)
	e.text(iri, PredAim, s.Aim)
	e.text(iri, PredDirectObject, s.Object)
	e.text(iri, PredIndirectObject, s.Recipient)
	e.text(iri, PredActivationCondition, s.Condition)
	e.text(iri, PredExecutionConstraint, s.Constraint)
	e.text(iri, PredOrElse, s.OrElse)
	e.text(iri, PredPolarity, string(s.Polarity))
	e.text(iri, PredCue, s.Cue)
	e.text(iri, PredRule, s.Rule)
}

// relations links the statement to what it serves and what it names.
func (e *encoder) relations(iri string, s *Statement) {
	for _, served := range ServedBy(e.doc, e.sections, s) {
		e.link(iri, PredServes, served)
	}
	for _, goal := range s.Goals {
		e.node(GoalIRI(goal), ClassGoal, goal)
		e.link(iri, PredListsGoal, GoalIRI(goal))
	}
	for _, topic := range s.Topics {
		e.node(TopicIRI(topic), ClassTopic, topic)
		e.link(iri, PredConcerns, TopicIRI(topic))
	}
	for _, name := range s.References {
		e.node(InstrumentIRI(name), ClassInstrument, name)
		e.link(iri, PredReferences, InstrumentIRI(name))
	}
	for _, actor := range s.Involves {
		e.link(iri, PredInvolves, ActorIRI(actor))
	}
	for _, actor := range s.Recipients {
		e.link(iri, PredRecipient, ActorIRI(actor))
	}
}

// provenance says where the statement stands.
func (e *encoder) provenance(iri string, s *Statement) {
	e.link(iri, PredIsPartOf, e.headingOrDocument(s.Section))
	e.link(iri, PredWasQuotedFrom, e.evidence(s.Evidence.Span))
	e.number(iri, PredSentence, s.Evidence.Sentence)
	for _, span := range s.Evidence.Context {
		e.link(iri, PredContext, e.evidence(span))
	}
	for _, id := range s.Reviews {
		e.link(iri, PredReviewedIn, CorrectionIRI(id))
	}
}
