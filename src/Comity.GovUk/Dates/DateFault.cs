namespace Comity.GovUk.Dates;

public enum DateFault
{
    None,
    Missing,
    NotReal,
    YearNotFourDigits,
}
