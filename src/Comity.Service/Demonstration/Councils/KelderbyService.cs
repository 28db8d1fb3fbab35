namespace Comity.Service.Demonstration.Councils;

/// <summary>A service of Kelderby, with the posts in it.</summary>
/// <param name="Lead">The post that runs it from day to day and is named to members, where the service names anybody.</param>
/// <param name="Posts">Junior posts, parted by commas.</param>
internal sealed record KelderbyService(
    string Name,
    string Subjects,
    string Head,
    string Lead,
    string Posts,
    bool NamesContact = true,
    bool NamesComplaintsOfficer = true
);
