using Comity.Protocols;
using Comity.Protocols.Calendars;

namespace Comity.Service.ProtocolLibrary;

/// <summary>One edition of the council's texts, compiled: what decides, what it speaks in, and what days are counted by.</summary>
public sealed class ReadTogether
{
    private ReadTogether(Protocol protocol, ProtocolFile file, Vocabulary vocabulary, BankHolidays holidays, string texts)
    {
        Protocol = protocol;
        File = file;
        Vocabulary = vocabulary;
        Holidays = holidays;
        Texts = texts;
    }

    public Protocol Protocol { get; }

    /// <summary>The protocol's own file, with its clauses as their readers know them.</summary>
    public ProtocolFile File { get; }

    /// <summary>The text, laid down for many councils, that the protocol adds to; null where it stands by itself.</summary>
    public ProtocolFile? Beneath => Protocol.Files.FirstOrDefault(file => file.Control.Protocol == File.Control.BuildsOn);

    /// <summary>Whether the protocol gives the Monitoring Officer the last word on what it means, by a norm that it has.</summary>
    public bool RulingsBind => File.Control.BindingRulings is { } norm && File.Norms.Any(known => known.Id == norm);

    public Vocabulary Vocabulary { get; }
    public BankHolidays Holidays { get; }

    /// <summary>"path sha256" lines, in order of path.</summary>
    public string Texts { get; }

    /// <summary>Compiles texts by where they stand: vocabulary/, calendars/, law/, safeguards/, national/, rulings/, and the one protocol.</summary>
    /// <exception cref="InvalidOperationException">There is not exactly one protocol, or no calendar.</exception>
    public static ReadTogether From(IReadOnlyList<SourceText> sources, string texts)
    {
        var vocabulary = Vocabulary.Read(sources.Where(source => In(source, "vocabulary")));
        var files = sources.Where(source => source.Path.EndsWith(".protocol.md", StringComparison.Ordinal)).ToList();
        var own = files
            .Where(source => !In(source, "law") && !In(source, "safeguards") && !In(source, "national") && !In(source, "rulings"))
            .ToList();
        if (own.Count != 1)
        {
            throw new InvalidOperationException($"A council works under one protocol; there are {own.Count}.");
        }

        var calendar =
            sources.FirstOrDefault(source => In(source, "calendars") && source.Path.EndsWith(".tsv", StringComparison.Ordinal))
            ?? throw new InvalidOperationException("There is no list of bank holidays.");
        var file = ProtocolFile.Read(own[0], vocabulary);
        var layers = files.Except(own).Select(source => ProtocolFile.Read(source, vocabulary));
        return new ReadTogether(Protocol.Compile(file, layers), file, vocabulary, BankHolidays.Read(calendar), texts);
    }

    private static bool In(SourceText source, string folder) =>
        source.Path.StartsWith(folder + "/", StringComparison.Ordinal) || source.Path.Contains($"/{folder}/", StringComparison.Ordinal);
}
