/** A rule with one message that holds everywhere but in some places. */
export function ruleOf({ message, allowedIn, visitors }) {
  return {
    meta: { type: 'problem', schema: [], messages: { broken: message } },
    create(context) {
      const file = context.filename.replaceAll('\\', '/');
      if (allowedIn.some((place) => file.includes(place))) return {};
      return visitors((node) => context.report({ node, messageId: 'broken' }), file);
    },
  };
}

/** Whether a node reads `object.property`. */
export function isMember(node, object, property) {
  return (
    node.type === 'MemberExpression' &&
    node.object.type === 'Identifier' &&
    node.object.name === object &&
    (node.property.name ?? node.property.value) === property
  );
}
