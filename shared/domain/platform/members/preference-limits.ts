/** Apart from the schemas: the console's first view has these and none of them. */
export const MAX_VIEWS = 50;
export const MAX_NAME = 60;
export const MAX_FAVOURITES = 20;
