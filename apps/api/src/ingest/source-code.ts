/** How a source may be called: it travels in addresses. */
export const SOURCE_CODE = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
