namespace Comity.Service.People.Import;

/// <summary>How the file's bytes say letters. Windows-1252 is only ever used when a person has chosen it: a wrong guess would spoil names.</summary>
public enum PeopleFileEncoding
{
    Utf8,
    Windows1252,
}
