import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

export default {
  preprocess: vitePreprocess(),
  compilerOptions: {
    // Tables name their roles, because on narrow screens they are laid out as blocks and would lose them.
    warningFilter: (warning) => warning.code !== 'a11y_no_redundant_roles',
  },
};
