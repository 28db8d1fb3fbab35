using Comity.Service.Matters;

namespace Comity.Service.Requests;

/// <summary>How a viewer stands to an enquiry: which parts are granted, and whether it is theirs to answer or they asked it.</summary>
public sealed record Standing(Matter Matter, IReadOnlySet<string> Granted, bool IsOwner, bool IsAsker, bool IsLogger)
{
    public bool MaySee(string part) => Granted.Contains(part);
}
