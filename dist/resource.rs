//! What Windows shows of the program before it runs: its icon, its version and its words in the file's properties; and that it reads
//! paths of any length and letters. Other systems have no such thing.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a build script is told by its environment and speaks by what it prints"
)]

use std::process::ExitCode;

use winresource::WindowsResource;

/// Vietnamese, in the list of Windows' languages.
const LANGUAGE: u16 = 0x042a;

fn main() -> ExitCode {
    println!("cargo:rerun-if-changed=dist/resource.rs");
    println!("cargo:rerun-if-changed=dist/baocao.ico");
    println!("cargo:rerun-if-changed=dist/baocao.manifest");
    println!("cargo:rerun-if-env-changed=BAOCAO_RESOURCE");
    if std::env::var("CARGO_CFG_TARGET_OS").as_deref() != Ok("windows") {
        return ExitCode::SUCCESS;
    }
    match compiled() {
        Ok(()) => ExitCode::SUCCESS,
        // Who builds for himself does without; what is handed over does not.
        Err(error) if std::env::var_os("BAOCAO_RESOURCE").is_none() => {
            println!("cargo:warning=no icon and no version resource: {error}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("no icon and no version resource: {error}");
            ExitCode::FAILURE
        }
    }
}

fn compiled() -> std::io::Result<()> {
    let mut resource = WindowsResource::new();
    resource.set_language(LANGUAGE);
    resource.set_icon("dist/baocao.ico");
    resource.set_manifest_file("dist/baocao.manifest");
    resource.set("ProductName", "baocao");
    resource.set("FileDescription", "baocao: báo cáo định kỳ từ số liệu đã kiểm tra");
    resource.set("InternalName", "baocao");
    resource.set("OriginalFilename", "baocao.exe");
    resource.set("LegalCopyright", "MIT OR Apache-2.0");
    resource.compile()
}
