// What the methods of Gizmo do, for completion. Only the view Query loads this.
export interface Method {
  name: string;
  takes: string;
  does: string;
}

const method = (name: string, takes: string, does: string): Method => ({ name, takes, does });

/** Of the object g. */
export const OF_GRAPH: readonly Method[] = [
  method("V", "node, …", "Starts a path at these nodes, at all of them where none is named."),
  method("M", "", "Starts a morphism: a piece of path to use with follow."),
  method("emit", "value", "Adds any value to the results."),
  method("IRI", "text", "Makes an IRI of a text."),
  method("addNamespace", "prefix, namespace", "Lets a prefix stand for a namespace in this query."),
];

/** Of a path. */
export const OF_PATH: readonly Method[] = [
  method("out", "predicate, tag", "Follows links onward, all of them or those of a predicate."),
  method("in", "predicate, tag", "Follows links backward."),
  method("both", "predicate, tag", "Follows links in both directions."),
  method("is", "node, …", "Keeps these nodes only."),
  method("has", "predicate, node", "Keeps nodes that are linked to a node by a predicate."),
  method("hasR", "predicate, node", "Keeps nodes that a node is linked to by a predicate."),
  method("tag", "name, …", "Shows the node at this point of the path under a name."),
  method("as", "name, …", "Same as tag."),
  method("back", "name", "Goes back to the node that was tagged."),
  method("save", "predicate, name", "Shows what a predicate leads to, without going there; drops nodes without it."),
  method("saveOpt", "predicate, name", "Like save, and keeps nodes without it."),
  method("saveR", "predicate, name", "Like save, backward."),
  method("and", "path", "Keeps nodes that another path reaches too."),
  method("intersect", "path", "Same as and."),
  method("or", "path", "Adds the nodes of another path."),
  method("union", "path", "Same as or."),
  method("except", "path", "Drops the nodes of another path."),
  method("difference", "path", "Same as except."),
  method("follow", "morphism", "Goes on along a morphism."),
  method("followR", "morphism", "Goes back along a morphism."),
  method("followRecursive", "predicate or morphism, depth", "Follows again and again, up to a depth."),
  method("filter", "condition", "Keeps values that fit: lt, lte, gt, gte, regex, like."),
  method("unique", "", "Each node once."),
  method("order", "", "Sorts."),
  method("limit", "n", "The first n results."),
  method("skip", "n", "Leaves out the first n results."),
  method("labels", "", "Goes to the graphs (documents) that links of these nodes stand in."),
  method("labelContext", "label", "Follows only links that stand in a document from here on."),
  method("inPredicates", "", "Goes to the predicates that lead here."),
  method("outPredicates", "", "Goes to the predicates that lead away."),
  method("all", "", "Runs the path and shows its results."),
  method("getLimit", "n", "Runs the path and shows the first n results."),
  method("count", "", "Runs the path and returns how many results there are."),
  method("toArray", "limit", "Runs the path and returns its nodes as a list."),
  method("tagArray", "limit", "Runs the path and returns its results with their tags as a list."),
  method("toValue", "", "Runs the path and returns the first node."),
  method("forEach", "limit, function", "Runs the path and calls a function for each result."),
  method("map", "function", "Runs the path and calls a function for each result."),
];
