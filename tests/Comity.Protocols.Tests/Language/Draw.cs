namespace Comity.Protocols.Tests.Language;

/// <summary>Marsaglia's xorshift: the same drawings on every machine.</summary>
internal sealed class Draw(ulong seed)
{
    private ulong state = seed;

    public int Next(int below)
    {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return (int)(state % (ulong)Math.Max(1, below));
    }

    public int Next(int from, int below) => from + Next(below - from);
}
