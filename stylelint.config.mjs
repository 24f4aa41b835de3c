// The style sheets of the package. Themes style the same elements: where one of ours has to win, it says so by a class
// of its own, never by `!important`, and never by a name repeated or made up for its weight.
export default {
  reportDescriptionlessDisables: true,
  reportNeedlessDisables: true,
  reportUnscopedDisables: true,
  rules: {
    // What no browser understands
    "annotation-no-unknown": true,
    "at-rule-descriptor-no-unknown": true,
    "at-rule-no-deprecated": true,
    "at-rule-no-unknown": true,
    "at-rule-prelude-no-invalid": true,
    "color-no-invalid-hex": true,
    "custom-property-no-missing-var-function": true,
    "declaration-property-value-keyword-no-deprecated": true,
    "declaration-property-value-no-unknown": true,
    "function-calc-no-unspaced-operator": true,
    "function-linear-gradient-no-nonstandard-direction": true,
    "function-no-unknown": true,
    "media-feature-name-no-unknown": true,
    "media-feature-name-value-no-unknown": true,
    "media-query-no-invalid": true,
    "named-grid-areas-no-invalid": true,
    "no-invalid-double-slash-comments": true,
    "no-irregular-whitespace": true,
    "property-no-deprecated": true,
    "property-no-unknown": true,
    "selector-anb-no-unmatchable": true,
    "selector-pseudo-class-no-unknown": true,
    "selector-pseudo-element-no-unknown": true,
    "selector-type-no-unknown": true,
    "string-no-newline": true,
    "syntax-string-no-invalid": true,
    "unit-no-unknown": true,

    // What is said twice, or takes back what was just said
    "block-no-empty": true,
    "comment-no-empty": true,
    "declaration-block-no-duplicate-custom-properties": true,
    // The same content with and without words for screen readers: a browser takes the last that it understands.
    "declaration-block-no-duplicate-properties": [true, { ignore: ["consecutive-duplicates-with-different-syntaxes"] }],
    "declaration-block-no-redundant-longhand-properties": true,
    "declaration-block-no-shorthand-property-overrides": true,
    "no-duplicate-selectors": true,
    "no-empty-source": true,
    "shorthand-property-no-redundant-values": true,

    // What depends on where something stands, or on who shouts loudest
    "declaration-no-important": true,
    "keyframe-declaration-no-important": true,
    "selector-disallowed-list": [/(\.[\w-]+)\1(?![\w-])/, /:empty:empty/],
    "selector-max-id": 0,
    "selector-max-specificity": "0,5,3",
    "selector-pseudo-class-disallowed-list": ["nth-child", "nth-last-child", "nth-of-type", "nth-last-of-type"],

    // Names and notation
    "alpha-value-notation": "number",
    "color-named": "never",
    "custom-property-pattern": "^(plan|md|bs)-",
    "function-name-case": "lower",
    // A property that is part of a sum needs its unit also at zero.
    "length-zero-no-unit": [true, { ignore: ["custom-properties"] }],
    "number-max-precision": 4,
    "property-no-vendor-prefix": true,
    "selector-not-notation": "complex",
    "selector-pseudo-element-colon-notation": "double",
  },
};
