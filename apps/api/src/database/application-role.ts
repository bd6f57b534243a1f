/** The role the API works as: it owns nothing and row-level security binds it. */
export const APPLICATION_ROLE = 'bedside_app';
