/** Sixteen hexadecimal digits that stand for a long text (MD5): Google's own sum, where ours would be slow. */
export function digest(text: string): string {
  return Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, text, Utilities.Charset.UTF_8)
    .slice(0, 8)
    .map((byte) => (byte & 255).toString(16).padStart(2, '0'))
    .join('');
}
