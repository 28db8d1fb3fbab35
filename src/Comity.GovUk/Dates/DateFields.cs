namespace Comity.GovUk.Dates;

[Flags]
public enum DateFields
{
    None = 0,
    Day = 1,
    Month = 2,
    Year = 4,
    All = Day | Month | Year,
}
