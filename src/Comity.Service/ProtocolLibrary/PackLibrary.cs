using Comity.Protocols;
using Comity.Protocols.Calendars;
using Comity.Protocols.Language;

namespace Comity.Service.ProtocolLibrary;

/// <summary>
/// What a set of texts says: the files and their vocabulary, the bank holidays, and the protocols, each with the layers that go with it. It
/// does not matter whether the texts come from a folder or from the rows that a decision was taken on.
/// </summary>
public sealed class PackLibrary
{
    private PackLibrary(
        IReadOnlyList<SourceText> texts,
        Comity.Protocols.ProtocolLibrary library,
        BankHolidays? bankHolidays,
        IReadOnlyList<CalendarFault> calendarFaults
    )
    {
        Texts = texts;
        Library = library;
        BankHolidays = bankHolidays;
        CalendarFaults = calendarFaults;
        Packs =
        [
            .. library
                .Files.Where(file => file.Control is { Layer: Layer.Protocol, Locked: null })
                .OrderBy(file => file.Control.Protocol, StringComparer.Ordinal)
                .Select(file => new Pack(file, [.. library.Files.Where(shared => AppliesTo(shared.Control, file.Control))])),
        ];
    }

    public IReadOnlyList<SourceText> Texts { get; }

    public Comity.Protocols.ProtocolLibrary Library { get; }

    public Vocabulary Vocabulary => Library.Vocabulary;

    /// <summary>Null when the texts hold no calendar, or one that cannot be read (<see cref="CalendarFaults"/> says why).</summary>
    public BankHolidays? BankHolidays { get; }

    public IReadOnlyList<CalendarFault> CalendarFaults { get; }

    /// <summary>The protocols in order of key.</summary>
    public IReadOnlyList<Pack> Packs { get; }

    /// <summary>A protocol that stands in no folder, another version of one for example, with the layers that go with it.</summary>
    public Pack PackOf(ProtocolFile file) => new(file, [.. Library.Files.Where(shared => AppliesTo(shared.Control, file.Control))]);

    public Pack? Find(string key) => Packs.FirstOrDefault(pack => pack.Key == key);

    /// <summary>
    /// The calendars of a council without closure days or figures of its own. A protocol for the whole kingdom, or one that does not say its
    /// nation, is counted with the days of England and Wales. Null without bank holidays.
    /// </summary>
    public CouncilCalendars? CalendarsFor(Pack pack) =>
        BankHolidays is { } holidays
            ? CouncilCalendars.Of(holidays, Nations.FromKey(pack.File.Control.Nation ?? "") ?? Nation.EnglandAndWales)
            : null;

    /// <summary>
    /// The ids of the norms that a reading of the printed protocol found (<c>norms.txt</c> beside the protocol), to find those that have no
    /// rule. The id is the first column of a line. Null where nobody has written such a list.
    /// </summary>
    public IReadOnlyList<string>? CatalogueOf(Pack pack)
    {
        var path = pack.File.Source.Path[..(pack.File.Source.Path.LastIndexOf('/') + 1)] + "norms.txt";
        return Texts.FirstOrDefault(text => text.Path == path) is { } list
            ?
            [
                .. list
                    .Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Where(line => !line.StartsWith('#'))
                    .Select(line => line.Split('\t')[0]),
            ]
            : null;
    }

    public static PackLibrary From(IReadOnlyList<SourceText> texts)
    {
        BankHolidays? bankHolidays = null;
        IReadOnlyList<CalendarFault> faults = [];
        if (texts.FirstOrDefault(text => text.Path == "calendars/bank-holidays.tsv") is { } calendar)
        {
            BankHolidays.TryRead(calendar, out bankHolidays, out var found);
            faults = found;
        }

        return new PackLibrary(texts, Comity.Protocols.ProtocolLibrary.Read(texts), bankHolidays, faults);
    }

    /// <summary>
    /// Law and safeguards go with every protocol of their nation and kind of council, a text laid down for many councils with each that builds on it. Rulings
    /// and arrangements are a council's own.
    /// </summary>
    internal static bool AppliesTo(DocumentControl shared, DocumentControl protocol) =>
        shared.Protocol == protocol.BuildsOn || (shared.Layer is Layer.Law or Layer.Safeguard && IsForCouncilsOf(shared, protocol));

    private static bool IsForCouncilsOf(DocumentControl shared, DocumentControl protocol) =>
        (
            shared.Nations.Count == 0
            || shared.Nation == "uk"
            || protocol.Nations.Count == 0
            || shared.Nations.Intersect(protocol.Nations, StringComparer.Ordinal).Any()
        )
        && (
            shared.CouncilKinds.Count == 0
            || protocol.CouncilKinds.Count == 0
            || shared.CouncilKinds.Intersect(protocol.CouncilKinds, StringComparer.Ordinal).Any()
        );
}
