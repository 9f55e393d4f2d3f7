//! Pictures in a line of their own, with what they show in words. Not for making them.

use super::xml::Xml;
use crate::docx::document::Picture;
use crate::docx::marks::OWN_PICTURE;

/// A twentieth of a point in the unit of drawings, of which an inch has 914,400.
const EMU: u64 = 635;
const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";

pub(super) fn picture(xml: &mut Xml, picture: &Picture, number: usize, relation: &str) {
    let (id, name) = (number.to_string(), format!("{OWN_PICTURE}-{number}"));
    let emu = |length: u32| (u64::from(length) * EMU).to_string();
    let (width, height) = (emu(picture.width), emu(picture.height));
    let described = [("id", id.as_str()), ("name", &name), ("descr", &picture.description)];
    let extent = [("cx", width.as_str()), ("cy", height.as_str())];
    xml.with("w:r", &[], |xml| {
        xml.with("w:drawing", &[], |xml| {
            let close = [("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")];
            xml.with("wp:inline", &close, |xml| {
                xml.empty("wp:extent", &extent);
                xml.empty("wp:docPr", &described);
                xml.with("a:graphic", &[], |xml| {
                    xml.with("a:graphicData", &[("uri", PICTURE)], |xml| {
                        xml.with("pic:pic", &[], |xml| content(xml, &described, &extent, relation));
                    });
                });
            });
        });
    });
}

fn content(xml: &mut Xml, described: &[(&str, &str)], extent: &[(&str, &str)], relation: &str) {
    xml.with("pic:nvPicPr", &[], |xml| {
        xml.empty("pic:cNvPr", described);
        xml.empty("pic:cNvPicPr", &[]);
    });
    xml.with("pic:blipFill", &[], |xml| {
        xml.empty("a:blip", &[("r:embed", relation)]);
        xml.with("a:stretch", &[], |xml| xml.empty("a:fillRect", &[]));
    });
    xml.with("pic:spPr", &[], |xml| {
        xml.with("a:xfrm", &[], |xml| {
            xml.empty("a:off", &[("x", "0"), ("y", "0")]);
            xml.empty("a:ext", extent);
        });
        xml.with("a:prstGeom", &[("prst", "rect")], |xml| xml.empty("a:avLst", &[]));
    });
}
