using System.ComponentModel.DataAnnotations;

namespace Comity.Service.People;

/// <summary>The one council of this database. Its id scopes keys, cookies, jobs and the log.</summary>
public sealed class Council
{
    public Guid Id { get; init; }

    [MaxLength(200)]
    public required string Name { get; set; }

    /// <summary>As in a protocol's front matter: parish, town, district, county, unitary, metropolitan, london-borough.</summary>
    [MaxLength(40)]
    public required string Kind { get; set; }

    /// <summary>england, wales, scotland or northern-ireland. It chooses the calendar of bank holidays.</summary>
    [MaxLength(40)]
    public required string Nation { get; set; }

    [MaxLength(60)]
    public required string ProtocolKey { get; set; }

    /// <summary>The council's own colour as #rrggbb, checked for contrast against white when it is set.</summary>
    [MaxLength(7)]
    public string Colour { get; set; } = "#1d4f4b";

    /// <summary>A made-up council. Every page says so.</summary>
    public bool Fictional { get; set; }

    public bool SetUpComplete { get; set; }

    public DateTime CreatedAt { get; init; }
}
