// Stands in for what our forms never do: keep files, or encrypt and hash within a question.
const never = () => {
  throw new Error("not part of these forms");
};

export const md = {};
export const random = { getBytesSync: never };
export default {
  init: () => Promise.resolve(true),
  isWaitingForPermissions: () => false,
  getFileUrl: () => Promise.resolve(null),
  getObjectUrl: () => Promise.resolve(null),
  getCurrentFiles: () => [],
  isTooLarge: () => false,
  getMaxSizeReadable: () => "",
};
