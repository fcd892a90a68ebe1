using System.Text;

namespace Disclosure.Runner.Commands;

/// <summary>Output that goes on when nobody reads it any more: a closed terminal must not end the runner before it has stopped what it started.</summary>
internal sealed class LastingOutput(TextWriter output) : TextWriter
{
    private volatile bool gone;

    public override Encoding Encoding => output.Encoding;

    public override void Write(char value) => Attempt(() => output.Write(value));

    public override void Write(char[] buffer, int index, int count) => Attempt(() => output.Write(buffer, index, count));

    public override void Write(string? value) => Attempt(() => output.Write(value));

    public override void WriteLine(string? value) => Attempt(() => output.WriteLine(value));

    public override void Flush() => Attempt(output.Flush);

    private void Attempt(Action write)
    {
        if (gone) return;
        try
        {
            write();
        }
        catch (IOException)
        {
            // What is said from now on is in the resources' logs and in the state file.
            gone = true;
        }
    }
}
