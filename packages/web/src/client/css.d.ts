/** Style sheets become one file beside the program. */
declare module '*.css'
