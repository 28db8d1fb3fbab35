namespace Comity.Service.Arrangements;

/// <summary>In which form the value of an arrangement is given.</summary>
public enum ArrangementForm
{
    /// <summary>A whole number of working days.</summary>
    WorkingDays,

    /// <summary>A whole number of months.</summary>
    Months,

    /// <summary>yes or no.</summary>
    YesOrNo,

    /// <summary>ISO dates parted by commas.</summary>
    Dates,

    /// <summary>A role that somebody in the council has.</summary>
    Office,
}
