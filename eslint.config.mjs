import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

import { houseRules } from './scripts/lint-rules/house-rules.mjs';

/** Rules that keep an invariant say which, in their own file. */
export default tseslint.config(
  { ignores: ['node_modules', 'client/explorer/dist', '.headwaters', 'scripts/lint-rules/fixtures'] },
  eslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    plugins: { house: houseRules },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'house/no-clock': 'error',
      'house/no-random': 'error',
      'house/no-process-env': 'error',
      'house/described-fields': 'error',
      'house/raw-stays-shut': 'error',
      'house/mint-protected': 'error',
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportDefaultDeclaration',
          message: 'Name what you export: default exports are renamed by accident.',
        },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Plain objects stand for ObjectTypes on their way to the wire.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Resolvers and entities are classes because their frameworks want them.
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/prefer-nullish-coalescing': 'off',
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/dot-notation': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      // Arguments of a query are classes to type-graphql and plain values to us.
      '@typescript-eslint/no-misused-spread': 'off',
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-deprecated': 'off',
    },
  },
  {
    files: ['client/**/*.{ts,tsx}', '**/*.config.{ts,mjs}', 'jest.config.mjs'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.{mjs,cjs}'],
    languageOptions: { globals: { process: 'readonly', globalThis: 'readonly', console: 'readonly' } },
  },
);
