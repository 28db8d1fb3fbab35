using Comity.Protocols.Explanations;
using Comity.Protocols.Language;

namespace Comity.Service.ProtocolLibrary;

/// <summary>How a duty, a grant or a page names what it rests on: what the council or the Monitoring Officer has settled is never cited as the protocol's.</summary>
public static class CitationSource
{
    public static string AsSource(this Citation citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        return citation.Layer == Layer.Arrangement ? $"arrangement: {citation.Clause} {citation.Heading}" : citation.Norm;
    }
}
